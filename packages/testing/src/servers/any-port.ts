/** Below what systems hand out by themselves: no other connection takes it while nobody listens there. */
export const anyPort = (): number => 20_000 + Math.floor(Math.random() * 12_000);
