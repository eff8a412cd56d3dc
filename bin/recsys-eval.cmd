@echo off
rem Starts recsys-eval on Windows. In a source checkout it builds the program when it has not been built yet.
setlocal DisableDelayedExpansion
set "RE_HOME=%~dp0.."

set "RE_JAVA="
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "RE_JAVA=%JAVA_HOME%\bin\java.exe"
if not defined RE_JAVA for %%j in (java.exe) do set "RE_JAVA=%%~$PATH:j"
if not defined RE_JAVA (
  >&2 echo recsys-eval: no Java found; install Java 17 or newer, or set JAVA_HOME to one.
  exit /b 1
)

rem The file "release" of a Java run time names its version; where there is none, Java itself complains if it is too old.
set "RE_VERSION="
for %%d in ("%RE_JAVA%\..\..") do if exist "%%~fd\release" (
  for /f "usebackq tokens=1,2 delims==" %%a in ("%%~fd\release") do if "%%a"=="JAVA_VERSION" set "RE_VERSION=%%~b"
)
set "RE_MAJOR=17"
if defined RE_VERSION for /f "delims=.-+" %%m in ("%RE_VERSION%") do set "RE_MAJOR=%%m"
if %RE_MAJOR% LSS 17 (
  >&2 echo recsys-eval: Java 17 or newer is needed, but "%RE_JAVA%" is version %RE_VERSION%; set JAVA_HOME to a newer one.
  exit /b 1
)

set "RE_JAR=%RE_HOME%\lib\recsys-eval.jar"
if exist "%RE_JAR%" goto run
set "RE_JAR=%RE_HOME%\target\recsys-eval.jar"
if exist "%RE_JAR%" goto run
if not exist "%RE_HOME%\pom.xml" (
  >&2 echo recsys-eval: the installation is incomplete: there is no "%RE_HOME%\lib\recsys-eval.jar"
  exit /b 1
)
>&2 echo recsys-eval: building once (about a minute) ...
pushd "%RE_HOME%"
if not exist target mkdir target
set "RE_MAVEN=mvn"
where mvn >nul 2>nul || set "RE_MAVEN=mvnw.cmd"
call %RE_MAVEN% -B -q -Dquick=true package >target\launcher.log 2>&1 <nul
popd
if not exist "%RE_JAR%" (
  type "%RE_HOME%\target\launcher.log" >&2
  >&2 echo recsys-eval: the build failed; its log is "%RE_HOME%\target\launcher.log"
  exit /b 1
)

:run
set "RE_COLLECTOR=-XX:+UseSerialGC -Xms128m -Xmn16m -XX:MinHeapFreeRatio=5 -XX:MaxHeapFreeRatio=10"
if defined RECSYS_EVAL_JAVA_OPTS echo "%RECSYS_EVAL_JAVA_OPTS:"=%" | findstr /r /c:"-Xm[snx]" >nul && set "RE_COLLECTOR=-XX:+UseSerialGC"
if defined RECSYS_EVAL_JAVA_OPTS echo "%RECSYS_EVAL_JAVA_OPTS:"=%" | findstr /r /c:"-XX:+Use[A-Za-z0-9]*GC" >nul && set "RE_COLLECTOR="
"%RE_JAVA%" -XX:+IgnoreUnrecognizedVMOptions -XX:+DisplayVMOutputToStderr -Xlog:disable -Xshare:auto -XX:-UsePerfData -XX:TieredStopAtLevel=1 %RE_COLLECTOR% %RECSYS_EVAL_JAVA_OPTS% -jar "%RE_JAR%" %*
exit /b %ERRORLEVEL%
