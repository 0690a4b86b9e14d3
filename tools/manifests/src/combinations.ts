const versions = ['product-v2', 'recommendation-b', 'gateway-green'];
const istio = ['istio', ...versions];

/** Every overlay alone, and with the components that it has not and that make sense there. */
export const combinations: readonly { overlay: string; components: readonly string[] }[] = [
  { overlay: 'development', components: [] },
  { overlay: 'development', components: ['network-policies'] },
  { overlay: 'development', components: ['autoscaling'] },
  { overlay: 'development', components: ['observability'] },
  { overlay: 'development', components: ['network-policies', 'autoscaling', 'observability'] },
  { overlay: 'staging', components: [] },
  { overlay: 'staging', components: ['kafka-strimzi'] },
  { overlay: 'staging', components: ['postgres-cloudnative-pg'] },
  { overlay: 'staging', components: ['kafka-strimzi', 'postgres-cloudnative-pg'] },
  { overlay: 'staging', components: ['kafka', 'postgres'] },
  { overlay: 'production', components: [] },
  { overlay: 'production', components: ['kafka-strimzi'] },
  { overlay: 'production', components: ['postgres-cloudnative-pg'] },
  { overlay: 'production', components: ['kafka-strimzi', 'postgres-cloudnative-pg'] },
  { overlay: 'development', components: versions },
  { overlay: 'development', components: istio },
  { overlay: 'staging', components: istio },
  { overlay: 'staging', components: [...istio, 'kafka', 'postgres'] },
  { overlay: 'production', components: istio },
  { overlay: 'mesh', components: [] },
  { overlay: 'mesh', components: ['network-policies'] },
];
