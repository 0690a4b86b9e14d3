import { describeContract } from './contract.ts';
import { openPostgresServer } from './postgres-server.ts';

describeContract('PostgreSQL', openPostgresServer);
