import type { IForbiddenRuleType } from 'dependency-cruiser';

/** The structure as rules. Each has a folder in fixtures/ that breaks exactly this rule, so that it is known to bite. */
export const rules: IForbiddenRuleType[] = [
  {
    name: 'no-cycles',
    comment: 'Two files that need each other are one file, or a third is missing.',
    severity: 'error',
    from: {},
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  },
  {
    name: 'nothing-unresolved',
    comment: 'What is imported must exist and be declared.',
    severity: 'error',
    from: {},
    to: { couldNotResolve: true },
  },
  {
    name: 'domain-stands-alone',
    comment: 'The rules of the business import their own domain and the kernel: no Nest, no Prisma, no Node.',
    severity: 'error',
    from: { path: '^apps/([^/]+)/src/domain/', pathNot: '\\.spec\\.ts$' },
    to: { pathNot: ['^apps/$1/src/domain/', '^libs/kernel/'] },
  },
  {
    name: 'application-knows-no-adapter',
    comment: 'Use cases speak to ports; adapters and entry points depend on them, never the other way round.',
    severity: 'error',
    from: { path: '^apps/[^/]+/src/application/' },
    to: { path: '^apps/[^/]+/src/(infrastructure|entry-points)/' },
  },
  {
    name: 'adapters-know-no-entry-point',
    comment: 'How it reaches out has nothing to do with how a request got in.',
    severity: 'error',
    from: { path: '^apps/[^/]+/src/infrastructure/' },
    to: { path: '^apps/[^/]+/src/entry-points/' },
  },
  {
    name: 'no-app-imports-an-app',
    comment: 'Services share contracts, never code.',
    severity: 'error',
    from: { path: '^apps/([^/]+)/' },
    to: { path: '^apps/', pathNot: '^apps/$1/' },
  },
  {
    name: 'libraries-know-no-app',
    comment: 'What is shared must not know who shares it.',
    severity: 'error',
    from: { path: '^libs/' },
    to: { path: '^(apps|tools|e2e)/' },
  },
  {
    name: 'kernel-needs-nobody',
    comment: 'Everything stands on it.',
    severity: 'error',
    from: { path: '^libs/kernel/src/', pathNot: '\\.spec\\.ts$' },
    to: { pathNot: ['^libs/kernel/src/', '^crypto$'] },
  },
  {
    name: 'no-test-code-in-production',
    comment: 'Test helpers and specs never ship.',
    severity: 'error',
    from: { path: '^(apps|libs)/[^/]+/src/', pathNot: ['\\.spec\\.ts$', '^libs/testing/'] },
    to: { path: ['^libs/testing/', '^libs/[^/]+/testing/', '\\.spec\\.ts$'] },
  },
  {
    name: 'public-doors-only',
    comment: 'A library is entered by what it exports, not through a window.',
    severity: 'error',
    from: { path: '^apps/' },
    to: { path: '^libs/[^/]+/src/', dependencyTypes: ['local'] },
  },
];
