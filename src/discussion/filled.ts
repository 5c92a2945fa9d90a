type Filled<T> = { [K in keyof T]?: Exclude<T[K], null | undefined> };

/** Only the fields that hold something. */
export const filled = <T extends Record<string, unknown>>(fields: T): Filled<T> =>
  Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== null && value !== undefined),
  ) as Filled<T>;
