/** Whether the wording exhorts or binds to an outcome that can be checked. */
export const commitmentForces = {
  hortatory: 'Hortatory',
  concrete: 'Concrete',
} as const;
export type CommitmentForce = keyof typeof commitmentForces;
