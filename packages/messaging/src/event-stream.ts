/** The stream of JetStream that holds every message, and the subjects that it takes. */
export const eventStream = { name: 'DEMARCHE', subjects: 'demarche.>' } as const;
