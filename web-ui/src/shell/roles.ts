import { useMe } from "../api/queries.ts";

export const HEADS = ["installer", "head", "director"];
export const DIRECTOR = ["director"];
/** Staff only those in which they have talked. */
export const HEARS_TALKS = ["staff", "head", "quality", "director"];
export const SEES_RULES = [...HEADS, "quality"];

/** Whether the account that is logged in has one of these roles; the box checks it again. */
export function useIs(roles: readonly string[]): boolean {
  const { data: me } = useMe();
  return me !== undefined && roles.includes(me.role);
}
