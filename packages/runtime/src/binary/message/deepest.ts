/** The deepest nesting that is read, and written. Python's msgpack writes no deeper, and no stack overflows here. */
export const deepest: number = 512;
