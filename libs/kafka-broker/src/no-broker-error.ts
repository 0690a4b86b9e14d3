/** There is no way to a Kafka broker here; the message names the ways that there are. */
export class NoBrokerError extends Error {
  override readonly name = 'NoBrokerError';

  constructor(missing: readonly string[]) {
    super(`No Kafka broker is to be had here: ${missing.join('; ')}.\n${WAYS}`);
  }
}

const WAYS = `One of these three is enough:
  KAFKA_BROKERS=host:port          a broker that runs already
  a Docker engine                  https://docs.docker.com/engine/install (is it running?)
  Java 17 or newer, and Maven      apt-get install default-jre-headless maven, brew install maven, or https://adoptium.net`;
