/** What a check found out. */
export interface Finding {
  readonly ok: boolean;
  /** A version, a path, an amount. */
  readonly detail: string;
}

export interface Check {
  readonly name: string;
  readonly neededFor: string;
  /** How to get it when it is missing. */
  readonly remedy: string;
  /** `npm start` does not work without it. */
  readonly required?: boolean;
  find(): Promise<Finding> | Finding;
}

export const found = (detail: string): Finding => ({ ok: true, detail });
export const missing = (detail = 'not found'): Finding => ({ ok: false, detail });
