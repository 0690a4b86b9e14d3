import type { Database } from '@tradewind/database';
import { uuidV7 } from '@tradewind/kernel';
import { AuditLog } from '../application/ports/watched-system.ts';

const RECORD = 'insert into operator_action (id, operator, action, target, note) values ($1, $2, $3, $4, $5)';

export class PostgresAuditLog extends AuditLog {
  private readonly database: Database;

  constructor(database: Database) {
    super();
    this.database = database;
  }

  async record(operator: string, action: string, target: string, note: string): Promise<void> {
    await this.database.query('audit.record', RECORD, [uuidV7(), operator, action, target, note]);
  }
}
