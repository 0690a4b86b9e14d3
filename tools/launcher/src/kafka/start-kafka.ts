import { brokerRecipe } from '@tradewind/kafka-broker';
import type { RunningSystem } from '../running-system.ts';
import type { Steps } from '../steps.ts';
import { rotateBeforeStart } from '../supervisor/rotating-log.ts';

/** Starts the broker as one more process to supervise, unless there is one already. */
export async function startKafka(system: RunningSystem, steps: Steps): Promise<void> {
  const { kafka, ports, data } = system.context;
  if (!kafka || kafka.source.kind === 'given') return;
  const { client, controller } = ports.kafka!;
  const logFile = data.logFile('kafka');
  const listeners = { port: client, controllerPort: controller };
  const broker = brokerRecipe(kafka.source, { directory: data.kafka, logFile, ...listeners });
  const start = async (): Promise<void> => {
    await broker.prepare();
    await system.startBroker({
      name: 'kafka',
      adminUrl: null,
      logFile,
      startAttempts: 3, // the port of the controller may have been taken meanwhile
      spawn: () => {
        rotateBeforeStart(logFile);
        return broker.spawn();
      },
      probe: () => broker.probe(),
      askToEnd: (child) => broker.askToEnd(child),
    });
  };
  await steps.run('Kafka', start, () => kafka.brokers);
}
