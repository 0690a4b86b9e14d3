import { cruise, type ICruiseResult, type IViolation } from 'dependency-cruiser';
import { rules } from './rules.ts';

const ENTRIES = ['apps', 'libs', 'tools', 'e2e'];

/** The violations of all rules in a folder that is laid out as the repository is. */
export async function cruiseFolder(folder: string, exists: (name: string) => boolean): Promise<IViolation[]> {
  const { output } = await cruise(
    ENTRIES.filter(exists),
    {
      baseDir: folder,
      ruleSet: { forbidden: rules },
      validate: true,
      tsPreCompilationDeps: true,
      doNotFollow: { path: 'node_modules' },
      exclude: { path: '(^|/)(node_modules|dist|fixtures|coverage)/|/generated/' },
    },
    {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json', '.css'],
    },
  );
  return (output as ICruiseResult).summary.violations;
}
