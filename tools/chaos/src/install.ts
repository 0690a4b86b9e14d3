// Builds the reader of Chaos Mesh's resources, where Go is: node tools/chaos/src/install.ts (some minutes, once)
import { existsSync } from 'node:fs';
import { runProgram } from '@tradewind/manifests';
import { STRICT, STRICT_SOURCE } from './strict.config.ts';

if (existsSync(STRICT)) console.log("Chaos Mesh's types: there");
else {
  console.log("Chaos Mesh's types: building them …");
  const { code, errors } = await runProgram(
    'go',
    ['build', '-trimpath', '-ldflags=-s -w', '-o', STRICT, '.'],
    {
      cwd: STRICT_SOURCE,
      environment: { GOFLAGS: '-mod=readonly', CGO_ENABLED: '0' },
    },
  );
  console.log(
    code === 0 ? "Chaos Mesh's types: there" : `they could not be built:\n${errors.trim().slice(-1_500)}`,
  );
}
