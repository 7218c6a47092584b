/** The two orders of the example: both of March, both paid in full, the first from a customer who bought before. */
export const EXAMPLE_ORDERS = [
  { amount: 600000, purchase: 480000 },
  { amount: 300000, purchase: 250000 },
] as const;
