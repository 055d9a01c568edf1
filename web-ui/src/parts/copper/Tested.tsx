import { Button } from "@mantine/core";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { type LineDetail, type LineTest, startTest } from "../../api/copper.ts";
import { useFigures, useMoments, useOfficeNow } from "../../format.ts";
import { useIs } from "../../shell/roles.ts";
import { Section, Tag } from "../Section.tsx";
import { useDeed } from "../useDeed.ts";
import css from "./copper.module.css";
import { Facts } from "./Facts.tsx";
import { ToneChart } from "./ToneChart.tsx";

const BAD = /None|Bad|Low|High|Stutter/;

/** The line test: begun here, its figures, and what they mean. Without wires there is nothing to test. */
export function Tested({ line }: { line: LineDetail }) {
  const { t } = useTranslation();
  const installer = useIs(["installer"]);
  const { deed, busy } = useDeed("lineDetail");
  const running = line.test?.state === "running";
  if (!line.copper) return null;
  return (
    <Section
      title={t("lineTest.title")}
      testId="line-test"
      aside={
        installer && (
          <Button size="xs" loading={busy || running} onClick={() => void deed(() => startTest(line.port))} data-testid="line-test-start">
            {t("lineTest.start")}
          </Button>
        )
      }
    >
      {line.test ? <Result test={line.test} /> : <p className={css.dim}>{t("lineTest.untested")}</p>}
      <p className={css.dim}>{t("lineTest.startHint")}</p>
    </Section>
  );
}

function Result({ test }: { test: LineTest }) {
  const { t } = useTranslation();
  const { mean } = useFigures();
  const moments = useMoments();
  const now = useOfficeNow(30_000);
  const tone = test.state === "done" ? "talk" : test.state === "running" ? "ring" : "late";
  return (
    <div data-testid="line-test-result" data-state={test.state}>
      <p className={css.stand}>
        <Tag tone={tone}>{t(`lineTest.state.${test.state}`)}</Tag> <span>{moments.near(test.at, now)}</span>
      </p>
      <ul className={css.remarks}>
        {test.remarks.map((remark) => (
          <li key={remark} data-bad={BAD.test(remark)} data-testid={`remark-${remark}`}>
            {t(`lineTest.remark.${remark}`, { defaultValue: remark })}
          </li>
        ))}
      </ul>
      <Facts
        facts={[
          [t("copper.voltage"), t("copper.volts", { n: mean(test.volts) }), "test-volts"],
          [t("copper.current"), t("copper.milliamps", { n: mean(test.milliamps) }), "test-current"],
          ...(test.dialTone ? [[t("lineTest.level"), t("copper.dbm0", { n: mean(test.dialTone.dbm0) }), "test-level"] as const] : []),
          ...(test.noiseDbm0 === null ? [] : [[t("lineTest.noise"), t("copper.dbm0", { n: mean(test.noiseDbm0) }), "test-noise"] as const]),
        ]}
      />
      {test.dialTone && <ToneChart tone={test.dialTone} />}
      {test.echoLossDb.length > 0 && <Echo test={test} />}
      {test.digit && <p className={css.dim}>{t("lineTest.digit", { digit: test.digit })}</p>}
    </div>
  );
}

/** Units and signs as the reader writes them. */
const impedance = (said: string, t: TFunction) =>
  said === "complex" ? t("lineTest.complex") : said.replaceAll(" ohm", ` ${t("lineTest.ohm")}`).replaceAll(" nF", ` ${t("lineTest.nF")}`).replaceAll("||", "‖");

function Echo({ test }: { test: LineTest }) {
  const { t } = useTranslation();
  const { mean } = useFigures();
  const most = Math.max(20, ...test.echoLossDb);
  return (
    <div className={css.echo}>
      <h3>{t("lineTest.bySetting")}</h3>
      {test.impedance && <p data-testid="impedance">{t("lineTest.impedance", { z: impedance(test.impedance, t) })}</p>}
      <ol start={0}>
        {test.echoLossDb.map((loss, i) => (
          // Settings have no other name than their place.
          <li key={i} data-chosen={i === test.hybrid}>
            <span>{i}</span>
            <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden>
              <rect width={Math.max(0, (loss / most) * 100)} height={8} rx={1} />
            </svg>
            <span>
              {t("copper.db", { n: mean(loss) })} {i === test.hybrid && <b>{t("lineTest.chosen")}</b>}
            </span>
          </li>
        ))}
      </ol>
    </div>
  );
}
