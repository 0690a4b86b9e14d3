/** The node has a network namespace of its own: its rules, bridges, routes and ports are never the machine's. */
export const NAMESPACE = 'tradewind';
export const NAMESPACE_FILE = `/run/netns/${NAMESPACE}`;
/** A pair of virtual cards between the machine and the node. */
export const HOST_CARD = 'tradewind0';
export const NODE_CARD = 'tradewind1';

export const NODE_ADDRESS = '10.245.0.1';
export const HOST_ADDRESS = '10.245.0.2';
export const POD_RANGE = '10.244.0.0/24';
export const CLUSTER_RANGE = '10.244.0.0/16';
export const SERVICE_RANGE = '10.96.0.0/16';
export const API_SERVICE = '10.96.0.1';
export const DNS_SERVICE = '10.96.0.10';
export const API_PORT = 6443;
