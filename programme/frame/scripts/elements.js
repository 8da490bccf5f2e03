// Elements as all scripts make them: text only, never markup from data.

/** A new element, as the last of `parent` if one is given. */
export function make(tag, className, parent) {
  const element = document.createElement(tag)
  if (className) element.className = className
  parent?.append(element)
  return element
}

/** A button that does nothing else than `press`; it never submits a form. */
export function makeButton(text, className, press) {
  const button = make('button', className)
  button.type = 'button'
  button.textContent = text
  button.addEventListener('click', press)
  return button
}
