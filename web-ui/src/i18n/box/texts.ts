/** What the box says in English, then in Ukrainian and Russian. {} is whatever stands there: a name, a number, another of these texts; {who} is a person by extension. */
export type Texts = readonly (readonly [en: string, uk: string, ru: string])[];
