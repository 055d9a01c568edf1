import { useTranslation } from "react-i18next";
import { useBoard } from "../api/queries.ts";
import { useTopicWords } from "./call/TopicField.tsx";
import css from "./People.module.css";
import { Empty } from "./States.tsx";

/** What callers come with: on which level it is solved, by whom, by when. */
export function Topics() {
  const { t } = useTranslation();
  const { data: board } = useBoard();
  const about = useTopicWords();
  const topics = board?.topics ?? [];
  if (topics.length === 0) return <Empty title={t("topic.none")} hint={t("topic.noneHint")} />;
  return (
    <ul className={css.people}>
      {topics.map((one) => (
        <li key={one.name} className={css.person} data-testid="topic">
          <span className={css.name}>
            {one.name}
            <small>{about(one)}</small>
          </span>
        </li>
      ))}
    </ul>
  );
}
