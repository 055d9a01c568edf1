import { Button, Radio, SegmentedControl, Stack, Textarea } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { IconGavel } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { giveVerdict, type Review, useReviews, type VerdictCause } from "../../api/morning.ts";
import { clockLength, phone, useClassName, useMoments, useNames, useOfficeDay, useWord } from "../../format.ts";
import { useIs } from "../../shell/roles.ts";
import { Newer, Older } from "../More.tsx";
import { Tag } from "../Section.tsx";
import { Empty, Loaded } from "../States.tsx";
import { useDeed } from "../useDeed.ts";
import { useStill } from "../useStill.ts";
import css from "./quality.module.css";

const CAUSES: VerdictCause[] = ["understaffed", "absence", "notAnswering", "wrongState", "telephone", "script", "service", "caller", "other"];

/** Calls that reached the head and talks with a bad mark; each is closed by a verdict by name. */
export function Reviews() {
  const { t } = useTranslation();
  const [open, setOpen] = useState(true);
  const reviews = useReviews(open);
  return (
    <>
      <SegmentedControl
        mb="md"
        value={open ? "open" : "closed"}
        onChange={(value) => setOpen(value === "open")}
        data={(["open", "closed"] as const).map((v) => ({ value: v, label: t(`review.${v}`) }))}
        aria-label={t("review.title")}
        data-testid="review-filter"
      />
      <Newer of={reviews} />
      <Loaded of={reviews}>
        {({ pages }) =>
          pages.every((page) => page.items.length === 0) ? (
            <Empty icon={<IconGavel size={34} stroke={1.3} aria-hidden />} title={t(open ? "review.none" : "review.noneClosed")} hint={t("review.noneHint")} />
          ) : (
            <List reviews={pages.flatMap((page) => page.items)} />
          )
        }
      </Loaded>
      <Older of={reviews} />
    </>
  );
}

function List({ reviews }: { reviews: Review[] }) {
  const { rows, hands } = useStill(reviews, (r) => r.id);
  return (
    <ul className={css.reviews} {...hands}>
      {rows.map(({ item, gone }) => (
        <One key={item.id} review={item} gone={gone} />
      ))}
    </ul>
  );
}

function One({ review, gone }: { review: Review; gone: boolean }) {
  const { t } = useTranslation();
  const className = useClassName();
  const moments = useMoments();
  const now = useOfficeDay();
  const name = useNames();
  const word = useWord();
  const may = useIs(["head", "director"]);
  const [deciding, setDeciding] = useState(false);
  const number = review.callerNumber ? phone(review.callerNumber) : t("call.hidden");
  return (
    <li className={css.review} data-gone={gone || undefined} data-testid="review">
      <div className={css.reviewHead}>
        <Link to="/calls" search={{ call: review.callId }}>
          {review.callerName ?? number}
        </Link>
        <Tag tone={review.kind === "rating" ? "late" : "ring"}>
          {review.kind === "rating" ? t("review.mark", { mark: review.rating ?? "" }) : t("review.head")}
        </Tag>
        {review.class && <Tag tone="calm">{className(review.class)}</Tag>}
        <time dateTime={review.at}>{moments.near(review.at, now)}</time>
      </div>
      <p className={css.cause}>
        {word("reviewCause", review.cause)} · {t("call.wait")} {clockLength(review.waitSeconds)}
        {review.answeredBy && ` · ${t("call.answeredBy")}: ${name(review.answeredBy)}`}
      </p>
      {review.people.length > 0 && (
        <p className={css.people}>
          {review.people.map((p, i) => (
            <Tag key={i} tone="calm">
              {p.name ?? phone(p.person)}: {word("reviewCause", p.cause)}
            </Tag>
          ))}
        </p>
      )}
      {review.verdict && (
        <blockquote className={css.verdict}>
          <strong>{t(`review.cause.${review.verdict.cause}`)}</strong> {review.verdict.text}
          <small>
            {name(review.verdict.by)}, {moments.near(review.verdict.at, now)}
          </small>
        </blockquote>
      )}
      {!review.verdict && !gone && may && !deciding && (
        <Button size="xs" variant="default" leftSection={<IconGavel size={15} aria-hidden />} onClick={() => setDeciding(true)} data-testid="review-decide">
          {t("review.decide")}
        </Button>
      )}
      {!review.verdict && !may && <p className={css.hint}>{t("review.onlyHeads")}</p>}
      {deciding && !review.verdict && <Verdict review={review} onDone={() => setDeciding(false)} />}
    </li>
  );
}

function Verdict({ review, onDone }: { review: Review; onDone: () => void }) {
  const { t } = useTranslation();
  const { deed, busy } = useDeed("reviews", "morning");
  const [cause, setCause] = useState<string | null>(null);
  const [text, setText] = useState("");
  const [asked, setAsked] = useState(false);
  const give = async () => {
    setAsked(true);
    if (!cause || !text.trim()) return;
    if (await deed(() => giveVerdict(review.id, cause as VerdictCause, text.trim()), t("review.given"))) onDone();
  };
  return (
    <Stack gap={12} mt="sm">
      <Radio.Group value={cause} onChange={setCause} label={t("review.why")} error={asked && !cause ? t("review.causeWanted") : undefined}>
        <div className={css.causes}>
          {CAUSES.map((c) => (
            <Radio key={c} value={c} label={t(`review.cause.${c}`)} data-testid={`verdict-${c}`} />
          ))}
        </div>
      </Radio.Group>
      <Textarea
        label={t("review.text")}
        value={text}
        error={asked && !text.trim() ? t("review.textWanted") : undefined}
        onChange={(e) => setText(e.currentTarget.value)}
        autosize
        minRows={2}
        data-testid="verdict-text"
      />
      <div className={css.buttons}>
        <Button size="sm" loading={busy} onClick={() => void give()} data-testid="verdict-submit">
          {t("review.give")}
        </Button>
        <Button size="sm" variant="default" onClick={onDone}>
          {t("promise.cancel")}
        </Button>
      </div>
    </Stack>
  );
}
