/** The broker's version, from Maven Central and as an image alike. */
export const KAFKA_VERSION = '4.4.0';
/** The broker writes its log through it; without one it runs but says nothing. */
export const LOG4J_VERSION = '2.25.5';
