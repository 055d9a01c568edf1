import { said } from "../words.ts";

export const meter = said({
  uk: {
    meter: {
      title: "Рівні на проводах",
      heard: "Із лінії",
      sent: "У лінію",
      silence: "тиша",
      idle: "Рівні видно, поки лінію зайнято.",
      hint: "Середнє за 300 мс; у тому, що з лінії, є й відлуння. За цими рівнями добирають підсилення у файлі офісу (levels).",
    },
  },
  ru: {
    meter: {
      title: "Уровни на проводах",
      heard: "С линии",
      sent: "В линию",
      silence: "тишина",
      idle: "Уровни видны, пока линия занята.",
      hint: "Среднее за 300 мс; в том, что с линии, есть и эхо. По этим уровням подбирают усиление в файле офиса (levels).",
    },
  },
  en: {
    meter: {
      title: "Levels on the wires",
      heard: "From the line",
      sent: "To the line",
      silence: "silence",
      idle: "Levels are shown while the line is in use.",
      hint: "The mean of 300 ms; what comes from the line has the echo in it. Gains are set by these levels in the office file (levels).",
    },
  },
});
