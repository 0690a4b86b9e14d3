import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { root } from './root.ts';

export interface BrokenLink {
  file: string;
  link: string;
}

/** Links between the repository's own files, in every Markdown file that git knows. */
export function checkLinks(): BrokenLink[] {
  const files = execFileSync('git', ['ls-files', '*.md'], { cwd: root, encoding: 'utf8' })
    .split('\n')
    .filter(Boolean);
  return files
    .filter((file) => existsSync(join(root, file)))
    .flatMap((file) => brokenIn(file, readFileSync(join(root, file), 'utf8')));
}

/** Links of one file that lead to nothing; code blocks and addresses elsewhere are left out. */
export function brokenIn(file: string, text: string): BrokenLink[] {
  const prose = text.replace(/```[\s\S]*?```/g, '').replace(/`[^`\n]*`/g, '');
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, link]) => link!)
    .filter((link) => !/^([a-z]+:|#)/i.test(link))
    .filter((link) => !existsSync(join(root, normalize(join(dirname(file), decodeURI(link.split('#')[0]!))))))
    .map((link) => ({ file, link }));
}
