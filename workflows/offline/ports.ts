export interface OfflineActivities {
  /** Makes and signs every status list that is due; returns how many. */
  publishStatusLists(): Promise<number>;
}
