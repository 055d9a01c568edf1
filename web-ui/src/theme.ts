import { Badge, Button, createTheme, Drawer, type CSSVariablesResolver, Modal, type MantineColorsTuple, Notification, Select } from "@mantine/core";

/** Petrol: the ebonite of an old switchboard seen in daylight. */
const petrol: MantineColorsTuple = [
  "#eef6f6", "#dcebec", "#b6d6d9", "#8cbfc5", "#68abb3", "#4b98a1", "#368791", "#26767f", "#15616b", "#0b4b54",
];

/** The dark ground with the same tint, for whose computer is set to dark. */
const dark: MantineColorsTuple = [
  "#dbe3e5", "#bccacd", "#a5b3b8", "#71848a", "#42555c", "#2f4046", "#223035", "#172226", "#121b1e", "#0d1416",
];

export const theme = createTheme({
  primaryColor: "petrol",
  // Mantine's usual shade 6 fails the contrast of WCAG AA on white.
  primaryShade: 8,
  colors: { petrol, dark },
  fontFamily: "'Inter Variable', 'Inter', system-ui, sans-serif",
  fontFamilyMonospace: "ui-monospace, 'JetBrains Mono', 'DejaVu Sans Mono', Menlo, Consolas, monospace",
  headings: { fontFamily: "'Inter Variable', 'Inter', system-ui, sans-serif", fontWeight: "650" },
  defaultRadius: "md",
  cursorType: "pointer",
  components: {
    Button: Button.extend({ defaultProps: { radius: "md" } }),
    Badge: Badge.extend({ defaultProps: { radius: "sm", variant: "light", tt: "none" } }),
    Modal: Modal.extend({ defaultProps: { centered: true, radius: "lg" } }),
    Drawer: Drawer.extend({ defaultProps: { position: "right" } }),
    Notification: Notification.extend({ defaultProps: { radius: "md" } }),
    Select: Select.extend({ defaultProps: { allowDeselect: false, checkIconPosition: "right" } }),
  },
});

export const variables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    "--mantine-color-body": "#f6f5f1",
    "--mantine-color-text": "#182327",
    "--mantine-color-dimmed": "#566368",
    "--mantine-color-placeholder": "#6b777b",
    "--mantine-color-default-border": "#d6d3ca",
    "--mantine-color-error": "#b3261e",
  },
  dark: {
    "--mantine-color-body": "#172226",
    "--mantine-color-text": "#e6ecee",
    "--mantine-color-dimmed": "#a5b3b8",
    "--mantine-color-placeholder": "#93a2a7",
    "--mantine-color-default-border": "#42555c",
    "--mantine-color-error": "#ff9f95",
  },
});
