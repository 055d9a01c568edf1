import { useTranslation } from "react-i18next";
import type { TonePicture } from "../../api/copper.ts";
import css from "./copper.module.css";

const WIDE = 340;
const HIGH = 74;
const LOUD = 0;
const QUIET = -70;
/** As much as one can take in at a glance. */
const LONGEST_MS = 3000;

const y = (dbm0: number) => ((LOUD - Math.min(LOUD, Math.max(QUIET, dbm0))) / (LOUD - QUIET)) * HIGH;
const path = (levels: number[], step: number) => levels.map((level, i) => `${i ? "L" : "M"}${(i * step).toFixed(1)} ${y(level).toFixed(1)}`).join("");

/** A tone as it was measured: when it sounds, and of which frequencies. */
export function ToneChart({ tone }: { tone: TonePicture }) {
  const { t } = useTranslation();
  if (tone.hz.length === 0) return <p className={css.dim}>{t("tone.none")}</p>;
  const hz = tone.hz.map((one) => Math.round(one)).join(" + ");
  const rhythm = tone.cadence.length === 0 ? t("tone.steady") : t("tone.rhythm", { ms: tone.cadence.join(" / ") });
  return (
    <figure className={css.tone} data-testid="tone" data-hz={tone.hz.join("+")} data-cadence={tone.cadence.join(",")}>
      <figcaption>
        <strong>{t("copper.hz", { n: hz })}</strong> {rhythm}
      </figcaption>
      <div className={css.charts} role="img" aria-label={t("tone.picture", { hz, cadence: rhythm })}>
        <Envelope tone={tone} />
        <Spectrum tone={tone} />
      </div>
    </figure>
  );
}

function Envelope({ tone }: { tone: TonePicture }) {
  const { t } = useTranslation();
  const levels = tone.envelope.slice(0, LONGEST_MS / tone.envelopeMs);
  const ms = Math.max(1, levels.length * tone.envelopeMs);
  const step = WIDE / Math.max(1, levels.length - 1);
  const ticks = Array.from({ length: Math.floor(ms / 500) + 1 }, (_, i) => i * 500);
  return (
    <svg viewBox={`0 0 ${WIDE} ${HIGH + 30}`} className={css.chart} aria-hidden>
      <path d={`${path(levels, step)}L${WIDE} ${HIGH}L0 ${HIGH}Z`} className={css.area} />
      <line x1={0} x2={WIDE} y1={HIGH} y2={HIGH} className={css.axis} />
      {ticks.map((at) => (
        <text key={at} x={Math.min(WIDE - 12, Math.max(4, (at / ms) * WIDE))} y={HIGH + 13} className={css.tick}>
          {at}
        </text>
      ))}
      <text x={WIDE / 2} y={HIGH + 27} className={css.tick}>
        {t("tone.time")}
      </text>
    </svg>
  );
}

function Spectrum({ tone }: { tone: TonePicture }) {
  const { t } = useTranslation();
  // Exchanges speak below 1 kHz; a tone above it makes the picture wider.
  const upTo = Math.max(1000, ...tone.hz.map((hz) => hz + 200));
  const levels = tone.spectrum.slice(0, Math.ceil((upTo - tone.spectrumFromHz) / tone.spectrumStepHz));
  const step = WIDE / Math.max(1, levels.length - 1);
  const at = (hz: number) => ((hz - tone.spectrumFromHz) / tone.spectrumStepHz) * step;
  return (
    <svg viewBox={`0 -12 ${WIDE} ${HIGH + 42}`} className={css.chart} aria-hidden>
      <path d={`${path(levels, step)}L${WIDE} ${HIGH}L0 ${HIGH}Z`} className={css.area} />
      <line x1={0} x2={WIDE} y1={HIGH} y2={HIGH} className={css.axis} />
      {tone.hz.map((hz) => (
        <g key={hz}>
          <line x1={at(hz)} x2={at(hz)} y1={0} y2={HIGH} className={css.mark} />
          <text x={at(hz)} y={-2} className={css.peak}>
            {Math.round(hz)}
          </text>
        </g>
      ))}
      {[200, 400, 600, 800, 1000].map((hz) => (
        <text key={hz} x={Math.min(WIDE - 12, Math.max(10, at(hz)))} y={HIGH + 13} className={css.tick}>
          {hz}
        </text>
      ))}
      <text x={WIDE / 2} y={HIGH + 27} className={css.tick}>
        {t("tone.frequency")}
      </text>
    </svg>
  );
}
