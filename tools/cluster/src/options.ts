import { parseArgs } from 'node:util';
import { Failure } from './run.ts';

const COMMANDS = ['up', 'down', 'status', 'forward', 'install'] as const;
type Command = (typeof COMMANDS)[number];

export interface ClusterOptions {
  command: Command;
  /** A context of the user's own kubeconfig; without one, the node that is made here. */
  context?: string;
  /** A folder of deploy/kubernetes/overlays. */
  overlay: string;
  /** For `forward`: the port on this machine. */
  port: number;
  help: boolean;
}

export const HELP = `npm run cluster -- COMMAND [OPTIONS]

  The whole shop on Kubernetes with Istio.

  up        without --context: builds Kubernetes, containerd, Istio and Envoy once (about 25 minutes, then cached), starts them as a
            node of their own in a network namespace, installs Istio, builds the images and applies the overlay. Needs Linux, root,
            Go 1.26 and pip. With --context: Istio must be there; images are built and loaded into kind and minikube, others get
            them from their registry. Safe to repeat: what is there stays, what has changed is applied.
  down      removes everything of the node; the cached programs stay, and a Docker engine that was started for the images. With
            --context: removes what up has applied
  status    what runs, and how kubectl gets there
  forward   opens the shop at https://shop.localhost:8443 through the ingress gateway until Ctrl-C
  install   only builds the programs

  --context NAME   a cluster that is there: kind, minikube, a cloud's
  --overlay NAME   of deploy/kubernetes/overlays; mesh unless given
  --port NUMBER    for forward; 8443 unless given`;

/** @throws Failure when a command or an option is not known */
export function readOptions(args: readonly string[]): ClusterOptions {
  const { values, positionals } = parse(args);
  const [command = 'help', ...more] = positionals;
  const help = values.help || command === 'help';
  if (!help && (!isCommand(command) || more.length > 0))
    throw new Failure(
      `no such command: ${positionals.join(' ')} (${COMMANDS.join(', ')}; --help tells more)`,
    );
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new Failure(`--port ${values.port}: not a port`);
  const chosen = isCommand(command) ? command : 'status';
  return { command: chosen, context: values.context, overlay: values.overlay, port, help };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        context: { type: 'string' },
        overlay: { type: 'string', default: 'mesh' },
        port: { type: 'string', default: '8443' },
        help: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    throw new Failure(`${(error as Error).message} (--help tells more)`);
  }
}

const isCommand = (text: string): text is Command => (COMMANDS as readonly string[]).includes(text);
