/** There is no way to a Kafka broker here; the message names the ways that there are. */
export class NoBrokerError extends Error {
  override readonly name = 'NoBrokerError';
  /** The same in one line, for a test that is skipped. */
  readonly line: string;

  constructor(missing: readonly string[]) {
    const what = missing.join('; ');
    super(`No Kafka broker is to be had here: ${what}.\n${WAYS}`);
    this.line = `no Kafka broker (${what}); set KAFKA_BROKERS, or start Docker, or install Java 17 and Maven`;
  }
}

const WAYS = `One of these three is enough:
  KAFKA_BROKERS=host:port          a broker that runs already
  a Docker engine                  https://docs.docker.com/engine/install (is it running?)
  Java 17 or newer, and Maven      apt-get install default-jre-headless maven, brew install maven, or https://adoptium.net`;
