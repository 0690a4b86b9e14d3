export { brokerRecipe, type BrokerRecipe } from './broker-recipe.ts';
export { findSource, findWay, type FindOptions, type Source, type Way } from './find-source.ts';
export { NoBrokerError } from './no-broker-error.ts';
export { startBroker, type RunningBroker } from './start-broker.ts';
export { KAFKA_VERSION } from './version.ts';
