/** The port to what is known of products and of what was bought together. */
export abstract class PurchaseKnowledge {
  /** Most often first. */
  abstract boughtTogether(productId: string, limit: number): Promise<string[]>;
  /** Of the same category: most tags in common first, then the nearest price. */
  abstract similar(productId: string, limit: number): Promise<string[]>;
}

export interface ProductCopy {
  id: string;
  category: string;
  price: number;
  tags: readonly string[];
  /** An older copy never replaces a newer one. */
  version: number;
}

/** What events teach; the lessons of a batch of events are stored together. */
export abstract class Lessons {
  abstract bought(productIds: readonly string[]): void;
  abstract product(copy: ProductCopy): void;
}
