/** The short form of an order's id that the shop shows: its last eight digits, the ones that differ between neighbours. */
export function orderNumber(orderId: string): string {
  return orderId.slice(-8).toUpperCase();
}
