/** The columns of the statements that hold amounts. */
export const statementAmounts = ['measure', 'earned', 'reserved', 'held', 'released', 'draw', 'adjustment', 'payable', 'carried'] as const;
export type StatementAmount = (typeof statementAmounts)[number];
