/**
 * A page can be seen before its code has run. A click on a button in that gap would be lost, so it is made again, frame by
 * frame, until it arrives: React marks the buttons that it knows, and still swallows clicks on some of them while their
 * part of the page waits for code. When the code has surely run, clicks are left alone, for the sake of buttons that a
 * browser's extensions add. A form without an `action` is never sent by the browser itself, also where the code did not
 * come: what was typed would stand in the address. Runs inline, before all other scripts, so it uses nothing but itself.
 */
export function holdEarlyClicks(): void {
  const KEPT_MS = 10_000;
  const isKnown = (button: Element) => Object.keys(button).some((key) => key.startsWith("__reactProps$"));
  let clicked: HTMLButtonElement | null = null;

  const forget = () => {
    clicked = null;
  };
  const clickAgain = () => {
    if (clicked?.isConnected && isKnown(clicked)) clicked.click();
    if (clicked !== null) requestAnimationFrame(clickAgain);
  };
  const hold = (event: MouseEvent) => {
    const button = event.target instanceof Element ? event.target.closest("button") : null;
    if (!event.isTrusted || button === null || button.form?.hasAttribute("action")) return;
    if (!isKnown(button)) {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
    if (clicked === null) requestAnimationFrame(clickAgain);
    clicked = button;
    button.addEventListener("click", forget, { capture: true, once: true });
  };
  const keep = (event: SubmitEvent) => {
    if (event.target instanceof Element && !event.target.hasAttribute("action")) event.preventDefault();
  };
  const leave = () => {
    document.removeEventListener("click", hold, true);
    forget();
  };
  document.addEventListener("click", hold, true);
  document.addEventListener("submit", keep);
  addEventListener("load", () => setTimeout(leave, KEPT_MS));
}
