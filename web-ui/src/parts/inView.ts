/** As the ref of the tab that is shown: on a narrow screen the row of tabs scrolls to it. */
export const inView = (tab: HTMLElement | null): void => {
  if (tab?.parentElement) tab.parentElement.scrollLeft = tab.offsetLeft - 24;
};
