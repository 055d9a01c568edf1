import type { en } from "./en.ts";

type Plural = "_one" | "_few" | "_many" | "_other";
type Base<K> = K extends `${infer B}${Plural}` ? B : never;
type Texts<T> = { [K in keyof T as K extends `${string}${Plural}` ? never : K]: T[K] extends string ? string : Texts<T[K]> } & {
  [K in keyof T as Base<K> extends never ? never : `${Base<K>}${Plural}`]: string;
};

/** What each language must say: the keys of English, with the plural forms of Ukrainian and Russian. */
export type Words = Texts<typeof en>;
