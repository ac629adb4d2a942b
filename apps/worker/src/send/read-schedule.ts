/** After a lost answer Amazon's actions are read at these times after the call (DESIGN §6). */
export const FIRST_READ = { minutes: 10 };
export const READ_TIMES = [FIRST_READ, { hours: 1 }, { hours: 24 }] as const;

/** Offered that often, the request was certainly not accepted: an empty list alone proves nothing, two offers do. */
export const OFFERS_THAT_PROVE = 2;
