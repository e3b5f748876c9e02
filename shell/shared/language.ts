// Chooses one of the two catalogues, and fills in its texts.

export type Language = "vi" | "en";

/** The language of the product's texts for that of a page or an element. */
export function languageOf(lang: string | null | undefined): Language {
  return spoken<Language>(lang, "vi", "en");
}

/** Of a part of both catalogues, the one in that language. */
export function spoken<Texts>(lang: string | null | undefined, vi: Texts, en: Texts): Texts {
  return /^en/i.test(lang || "") ? en : vi;
}

/** A text with values in the places of their names in braces. What a value holds is left alone. */
export function fill(text: string, values: Record<string, string>): string {
  return text.replace(/{(\w+)}/g, (_, name: string) => values[name] || "");
}
