/** When a file was made: the time of its revision, and the first day that a zip can tell where there is none. */
export function instantOf(time: string): Date {
  const instant = new Date(time)
  const year = instant.getUTCFullYear()
  return year >= 1980 && year < 2108 ? instant : new Date('1980-01-01T00:00:00Z')
}
