export { createDatabase, type Database, type DatabaseOptions, type Transaction } from './database.ts';
export { createLane, type Lane } from './lane.ts';
export { migrate } from './migrate.ts';
export { createPrisma, type PrismaDatabase } from './prisma.ts';
