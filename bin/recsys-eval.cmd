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
rem The flags are those of bin/recsys-eval, where stands why they are what they are; a test compares the two. The archive of classes, which
rem has to be made and kept, is left out: a start takes about twice as long without it.
set "RE_FLAGS=-XX:+IgnoreUnrecognizedVMOptions -XX:+DisplayVMOutputToStderr -Xlog:disable -Xshare:auto -XX:-UsePerfData"
set "RE_FLAGS=%RE_FLAGS% -XX:TieredStopAtLevel=1"
set "RE_FLAGS=%RE_FLAGS% -XX:Tier3InvocationThreshold=500 -XX:Tier3MinInvocationThreshold=250 -XX:Tier3CompileThreshold=1000 -XX:Tier3BackEdgeThreshold=5000"
set "RE_FLAGS=%RE_FLAGS% -Dsun.reflect.inflationThreshold=2147483647"
if %RE_MAJOR% GEQ 22 set "RE_FLAGS=%RE_FLAGS% --enable-native-access=ALL-UNNAMED"
set "RE_COLLECTOR=-XX:+UseSerialGC"
set "RE_HEAP=-Xms128m -Xmn8m -XX:PretenureSizeThreshold=500k -XX:MinHeapFreeRatio=10 -XX:MaxHeapFreeRatio=15"

rem A heap that is limited in another way must not be smaller than the one to begin with. Lines that a goto passes over are not parsed,
rem so that no variable is taken apart that is not there.
set "RE_LIMITS=/c:-Xm[snx] /c:HeapSize= /c:RAMPercentage= /c:MaxRAM="
if not defined JAVA_TOOL_OPTIONS goto no_tool_options
echo "%JAVA_TOOL_OPTIONS:"=%" | findstr /r %RE_LIMITS% >nul && set "RE_HEAP="
:no_tool_options
if not defined _JAVA_OPTIONS goto no_java_options
echo "%_JAVA_OPTIONS:"=%" | findstr /r %RE_LIMITS% >nul && set "RE_HEAP="
:no_java_options
if not defined JDK_JAVA_OPTIONS goto no_jdk_options
echo "%JDK_JAVA_OPTIONS:"=%" | findstr /r %RE_LIMITS% >nul && set "RE_HEAP="
:no_jdk_options
if not defined RECSYS_EVAL_JAVA_OPTS goto start
echo "%RECSYS_EVAL_JAVA_OPTS:"=%" | findstr /r %RE_LIMITS% >nul && set "RE_HEAP="
echo "%RECSYS_EVAL_JAVA_OPTS:"=%" | findstr /r /c:"-XX:+Use[A-Za-z0-9]*GC" >nul && set "RE_HEAP=" && set "RE_COLLECTOR="

rem Options with which Java does not start are wrong usage: 64, or the 1 of run. Agents would act twice and are not tried beforehand.
echo "%RECSYS_EVAL_JAVA_OPTS:"=%" | findstr /c:"-agent" /c:"-javaagent" >nul && goto start
"%RE_JAVA%" %RE_FLAGS% %RE_COLLECTOR% %RE_HEAP% %RECSYS_EVAL_JAVA_OPTS% -version >nul 2>nul
if not errorlevel 1 goto start
"%RE_JAVA%" %RE_FLAGS% %RE_COLLECTOR% %RE_HEAP% %RECSYS_EVAL_JAVA_OPTS% -version 1>&2
>&2 echo recsys-eval: Java does not start with the options of RECSYS_EVAL_JAVA_OPTS
if "%~1"=="run" exit /b 1
exit /b 64

:start
"%RE_JAVA%" %RE_FLAGS% %RE_COLLECTOR% %RE_HEAP% %RECSYS_EVAL_JAVA_OPTS% -jar "%RE_JAR%" %*
exit /b %ERRORLEVEL%
