import { Autocomplete, Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Topic } from "../../api/client.ts";
import { useBoard } from "../../api/queries.ts";
import { useNames, useSpan } from "../../format.ts";
import css from "../CallDetails.module.css";

interface Props {
  value: string;
  onChange: (topic: string) => void;
  handedTo: string | null;
  onHand: (solver: string) => void;
}

/** What the call is about: one of the office's topics, with who solves it and by when, or words of one's own. */
export function TopicField({ value, onChange, handedTo, onHand }: Props) {
  const { t } = useTranslation();
  const { data: board } = useBoard();
  const about = useTopicWords();
  const name = useNames();
  const topics = board?.topics ?? [];
  const chosen = topics.find((one) => one.name === value.trim());
  return (
    <div>
      <Autocomplete
        label={t("call.topic")}
        value={value}
        onChange={onChange}
        data={topics.map((one) => one.name)}
        renderOption={({ option }) => {
          const topic = topics.find((one) => one.name === option.value);
          return (
            <span className={css.option}>
              {option.value}
              {topic && <small>{about(topic)}</small>}
            </span>
          );
        }}
        data-testid="call-topic"
      />
      {chosen && (
        <p className={css.topic} data-testid="call-topic-about">
          {about(chosen)}
          {chosen.solver && chosen.solver !== handedTo && (
            <Button size="compact-xs" variant="light" onClick={() => onHand(chosen.solver!)} data-testid="call-topic-hand">
              {t("topic.hand", { who: name(chosen.solver) })}
            </Button>
          )}
        </p>
      )}
    </div>
  );
}

/** Level, who solves it, by when, in one line. */
export function useTopicWords() {
  const { t } = useTranslation();
  const name = useNames();
  const span = useSpan();
  return (topic: Topic) =>
    [
      t("topic.level", { level: topic.level }),
      topic.solver && t("topic.solver", { who: name(topic.solver) }),
      topic.answerWithinSeconds !== null && t("topic.within", { time: span(topic.answerWithinSeconds) }),
      topic.complaint && t("topic.complaint"),
    ]
      .filter(Boolean)
      .join(" · ");
}
