/** Integer minor units of an ISO 4217 currency: 1250 EUR is 12.50. */
export interface Money {
  amount: number;
  currency: string;
}
