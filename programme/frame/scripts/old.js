// What browsers of 2020 lack of the language's library; esbuild lowers only the syntax.

const ours = {
  at(place) {
    return this[place < 0 ? this.length + place : place]
  },
  findLastIndex(test) {
    let place = this.length - 1
    while (place >= 0 && !test(this[place], place, this)) place--
    return place
  },
  findLast(test) {
    return this[this.findLastIndex(test)]
  },
}
/** Give lists what they lack; to be called before anything else. */
export function fillIn() {
  for (const [name, value] of Object.entries(ours)) {
    if (name in Array.prototype) continue
    // oxlint-disable-next-line no-extend-native -- that is what this is for
    Object.defineProperty(Array.prototype, name, { value, configurable: true, writable: true })
  }
}
