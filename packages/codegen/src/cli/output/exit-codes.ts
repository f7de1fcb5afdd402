/** No error diagnostic. Warnings do not count. */
export const exitFine = 0;
/** An error diagnostic. */
export const exitError = 1;
/** The command line cannot be used. */
export const exitUsage = 2;
