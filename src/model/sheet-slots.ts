/** So many cards stand on a sheet. */
export const perSheet = 4;

/** Where a run of cards stands: on which sheet, and from which place on it; both count from 0. */
export interface SheetPlace {
  sheet: number;
  from: number;
}

/**
 * Deals groups of cards of these sizes over sheets, in their order. A group begins a new sheet when the rest of this one
 * is too small for it; no group is larger than a sheet.
 */
export function toSheetPlaces(sizes: readonly number[]): SheetPlace[] {
  let sheet = -1;
  let taken = perSheet;
  return sizes.map((size) => {
    if (taken + size > perSheet) {
      sheet += 1;
      taken = 0;
    }
    const place = { sheet, from: taken };
    taken += size;
    return place;
  });
}
