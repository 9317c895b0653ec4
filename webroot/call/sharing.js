/**
 * Sharing one window: whole screens are left out of the browser's list where it can do so, and refused where it cannot.
 *
 * @typedef {'wholeScreen' | 'shareFailed' | null} SharingTrouble null: the caller changed their mind
 */

export const canShare = () => !!navigator.mediaDevices?.getDisplayMedia;

/** @param {MediaStreamTrack} track */
const isWholeScreen = (track) => track.getSettings().displaySurface === 'monitor';

/** @returns {Promise<MediaStreamTrack>} */
async function choose() {
  const wish = /** @type {DisplayMediaStreamOptions} */ ({
    video: { displaySurface: 'window', frameRate: { max: 15 } },
    audio: false,
    monitorTypeSurfaces: 'exclude',
    selfBrowserSurface: 'exclude',
    surfaceSwitching: 'exclude',
  });
  const [track] = (await navigator.mediaDevices.getDisplayMedia(wish)).getVideoTracks();
  if (!track) throw new Error('no picture');
  track.contentHint = 'detail';
  return track;
}

/**
 * @param {() => void} onEnd the caller stopped it by the browser's own button, closed the window or turned to a whole screen
 * @returns {Promise<{ track: MediaStreamTrack } | { trouble: SharingTrouble }>}
 */
export async function shareWindow(onEnd) {
  try {
    const track = await choose();
    if (isWholeScreen(track)) {
      track.stop();
      return { trouble: 'wholeScreen' };
    }
    const stop = () => {
      track.stop();
      onEnd();
    };
    track.addEventListener('ended', stop);
    track.addEventListener('configurationchange', () => isWholeScreen(track) && stop());
    return { track };
  } catch (failure) {
    return { trouble: /** @type {Error} */ (failure).name === 'NotAllowedError' ? null : 'shareFailed' };
  }
}
