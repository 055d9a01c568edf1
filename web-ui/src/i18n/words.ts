type Plural = "_one" | "_few" | "_many" | "_other";
type Base<K> = K extends `${infer B}${Plural}` ? B : never;
type Texts<T> = { [K in keyof T as K extends `${string}${Plural}` ? never : K]: T[K] extends string ? string : Texts<T[K]> } & {
  [K in keyof T as Base<K> extends never ? never : `${Base<K>}${Plural}`]: string;
};

/** One noun in the three languages: each says the keys of English, with the plural forms of Ukrainian and Russian. */
export function said<E>(noun: { uk: Texts<NoInfer<E>>; ru: Texts<NoInfer<E>>; en: E }) {
  return noun;
}
