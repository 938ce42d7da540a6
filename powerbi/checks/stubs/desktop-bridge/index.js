// The validator imports these names when it starts. Only previewing in Desktop, which no check does, would call them.
function absent() {
  throw new Error("there is no bridge to Power BI Desktop here");
}

export const METHODS = {};
export const getMethodNames = absent;
export const isDesktopBridgeError = absent;
export const normalizeReportFolder = absent;
export const openDesktop = absent;
export const openSession = absent;
export const readDesktopStatus = absent;
export const reportFoldersEqual = absent;
export const resolveInstanceForReportFolder = absent;
export const resolveReportDir = absent;
