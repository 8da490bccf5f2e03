// Closes an explanation when the focus has left it and its word.

export function startExplanations() {
  for (const explanation of document.querySelectorAll('[popover]')) {
    explanation.addEventListener('focusout', (event) => {
      if (event.relatedTarget && !explanation.contains(event.relatedTarget)) explanation.hidePopover()
    })
  }
}
