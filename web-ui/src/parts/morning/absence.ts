import { useTranslation } from "react-i18next";
import { type Morning, useMorning } from "../../api/morning.ts";
import { useMoments, useNames, useWord } from "../../format.ts";

/** Why somebody is not here today, until when, and who stands in; in words. */
export function useAbsence() {
  const { t } = useTranslation();
  const word = useWord();
  const name = useNames();
  const moments = useMoments();
  return (person: Morning["people"][number]): string =>
    [
      person.why && word("absence", person.why),
      person.back && t("morning.back", { day: moments.day(`${person.back}T12:00:00Z`) }),
      person.standIn && t("morning.standIn", { who: name(person.standIn) }),
    ]
      .filter(Boolean)
      .join(" · ");
}

/** The same by extension; nothing is said of whoever is here. */
export function useAbsences() {
  const { data } = useMorning();
  const absence = useAbsence();
  return ({ extension }: { extension: string }): string | undefined => {
    const person = data?.people.find((p) => p.extension === extension);
    return person && !person.here ? absence(person) : undefined;
  };
}
