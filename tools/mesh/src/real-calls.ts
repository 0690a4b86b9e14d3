import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** One gRPC method that a program calls. */
export interface RealCall {
  /** The program: `order`. */
  caller: string;
  /** `/tradewind.inventory.v1.InventoryService/Reserve` */
  path: string;
}

const root = join(import.meta.dirname, '..', '..', '..');

/** `apps/order` → `order` */
const nameOf = (folder: string): string => folder.split('/').at(-1)!;

function sourcesOf(folder: string): string[] {
  return readdirSync(join(root, folder, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
    .map((file) => join(root, folder, 'src', file));
}

/** Reads the sources of programs, with all that they import: seconds. @param folders such as `apps/order` */
export function openPrograms(folders: readonly string[]): ts.Program {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.base.json'), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  return ts.createProgram(folders.flatMap(sourcesOf), options);
}

/**
 * Every method that these programs call through a client of libs/rpc, found by types: whoever calls a method of an `RpcClient`
 * calls the path that stands in the table of its service.
 */
export function realCalls(program: ts.Program, folders: readonly string[]): RealCall[] {
  const checker = program.getTypeChecker();
  const found = new Map<string, RealCall>();
  for (const folder of folders) {
    const own = join(root, folder) + '/';
    for (const file of program.getSourceFiles().filter(({ fileName }) => fileName.startsWith(own))) {
      eachNode(file, (node) => {
        const path = pathOf(node, checker);
        if (path) found.set(`${folder} ${path}`, { caller: nameOf(folder), path });
      });
    }
  }
  return [...found.values()].sort((a, b) => `${a.caller}${a.path}`.localeCompare(`${b.caller}${b.path}`));
}

/** The services that each program offers, by their full names: `tradewind.order.v1.OrderService`. */
export function offeredServices(program: ts.Program, folders: readonly string[]): Map<string, string[]> {
  const checker = program.getTypeChecker();
  const offered = new Map<string, string[]>();
  for (const folder of folders) {
    const main = program.getSourceFile(join(root, folder, 'src', 'main.ts'));
    const services = new Set<string>();
    if (main) eachNode(main, (node) => servicesOf(node, checker).forEach((service) => services.add(service)));
    offered.set(nameOf(folder), [...services].sort());
  }
  return offered;
}

function eachNode(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  node.forEachChild((child) => eachNode(child, visit));
}

function pathOf(node: ts.Node, checker: ts.TypeChecker): string | undefined {
  if (!ts.isPropertyAccessExpression(node)) return undefined;
  const table = tableOf(checker.getTypeAtLocation(node.expression));
  const method = table?.getProperty(node.name.text);
  return method && literalOf(checker.getTypeOfSymbol(method), 'path', checker);
}

/** `RpcClient<Table>` is `Callers<Table>` and a way to close it; it may go by another name. */
function tableOf(type: ts.Type): ts.Type | undefined {
  const parts = type.isIntersection() ? type.types : [type];
  const callers = [type, ...parts].find(({ aliasSymbol }) =>
    ['RpcClient', 'Callers'].includes(aliasSymbol?.name ?? ''),
  );
  return callers?.aliasTypeArguments?.[0];
}

/** `implementation(OrderServiceService, …)`, and the endpoints of service-defaults that offer one of the platform's services. */
function servicesOf(node: ts.Node, checker: ts.TypeChecker): string[] {
  if (!ts.isCallExpression(node)) return [];
  const name = node.expression.getText();
  if (name in PLATFORM) return [PLATFORM[name]!];
  if (name !== 'implementation' || !node.arguments[0]) return [];
  const [method] = checker.getTypeAtLocation(node.arguments[0]).getProperties();
  const path = method && literalOf(checker.getTypeOfSymbol(method), 'path', checker);
  return path ? [path.split('/')[1]!] : [];
}

const PLATFORM: Record<string, string> = {
  messagingEndpoint: 'tradewind.operations.v1.MessagingService',
  deadLetterEndpoint: 'tradewind.operations.v1.DeadLetterService',
  readModelEndpoint: 'tradewind.operations.v1.ReadModelService',
};

function literalOf(type: ts.Type, property: string, checker: ts.TypeChecker): string | undefined {
  const symbol = type.getProperty(property);
  const value = symbol && checker.getTypeOfSymbol(symbol);
  return value?.isStringLiteral() ? value.value : undefined;
}
